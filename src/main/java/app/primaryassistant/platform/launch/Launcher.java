package app.primaryassistant.platform.launch;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code java -jar primary-assistant-launcher.jar COMMAND …}: runs the command, and the server after {@code serve}.
 *
 * <p>The application is the unpacked WAR that the system property {@value #APPLICATION} names; the server is the {@code
 * launch-micro.jar} beside this JAR, made by Payara Micro's {@code --outputlauncher}.
 */
@SuppressWarnings("sunapi") // The standard knows no handler that ends before the server's own begins.
public final class Launcher {

    private static final String APPLICATION = "assistant.application";
    private static final String CHECKED = "assistant.checked";
    private static final Set<String> OWN_ARGUMENTS = Set.of("serve", "--verbose");
    /** A process that was told to end. */
    private static final int TERMINATED = 143;

    private static final int FAILED = 1;

    /** The system property that makes {@code /health/ready} answer no, while requests are still served. */
    private static final String LEAVING = "assistant.leaving";

    /** The system property in which the program leaves why it could not start. */
    private static final String FAILURE = "assistant.failure";

    private static final String SERVER = "fish.payara.micro.impl.PayaraMicroImpl";

    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener";

    /** Long enough for a proxy that asks every two seconds. */
    private static final Duration LEAVE = Duration.ofSeconds(4);

    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        int status = command(arguments);
        if (System.clearProperty(CHECKED) == null) {
            System.exit(status);
        }
        serve(Arrays.stream(arguments)
                .filter(argument -> !OWN_ARGUMENTS.contains(argument))
                .toArray(String[]::new));
    }

    /** Runs a command with the application's classes, and forgets them. */
    private static int command(String[] arguments) throws IOException, ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        try (var classes = new URLClassLoader(application(), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(classes);
            return (int) classes.loadClass("app.primaryassistant.operations.boundary.Assistant")
                    .getMethod("run", String[].class)
                    .invoke(null, (Object) arguments);
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    private static URL[] application() throws IOException {
        @Nullable String directory = System.getProperty(APPLICATION);
        if (directory == null || !Files.isDirectory(Path.of(directory, "WEB-INF", "classes"))) {
            System.err.println("-D" + APPLICATION + " must be the directory of the unpacked WAR; it is " + directory);
            System.exit(FAILED);
            throw new IllegalStateException();
        }
        Path inside = Path.of(directory, "WEB-INF");
        List<URL> urls = new ArrayList<>();
        urls.add(url(inside.resolve("classes")));
        try (Stream<Path> libraries = Files.list(inside.resolve("lib"))) {
            for (Path library : libraries.sorted().toList()) {
                urls.add(url(library));
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    /** Starts Payara Micro, whose own main method returns when the applications are deployed, or could not be. */
    private static void serve(String[] options) throws ReflectiveOperationException, URISyntaxException {
        try {
            Class.forName("fish.payara.micro.impl.RootDirLauncher")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) options);
        } catch (ClassNotFoundException missing) {
            System.err.println("launch-micro.jar is missing next to " + new File(own()) + ".");
            System.exit(FAILED);
        } catch (InvocationTargetException failed) {
            System.err.println("The server could not start: " + failed.getCause());
            System.exit(FAILED);
        }
        Object server = server();
        if (deployed(server).isEmpty()) {
            System.err.println("The server has started, but the program could not be deployed: "
                    + System.getProperty(FAILURE, "see the lines above") + ". Stopping.");
            System.exit(FAILED);
        }
        // What only the start needed is garbage by now, and would hold its pages until the heap is full.
        System.gc();
        open(server);
        leaveOnTerm();
    }

    /**
     * A shutdown hook would run beside the server's own, too late. The class is looked up by name because the compiler warns about
     * internal classes of the JDK, and that warning cannot be suppressed.
     */
    private static void leaveOnTerm() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object leave = Proxy.newProxyInstance(
                Launcher.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                    leave();
                    return null;
                });
        Object term = signal.getConstructor(String.class).newInstance("TERM");
        signal.getMethod("handle", signal, handler).invoke(null, term, leave);
    }

    /** The proxy finds the replica not ready and sends its requests elsewhere; only then does the server stop. */
    private static void leave() {
        System.setProperty(LEAVING, "true");
        try {
            // The proxy tells nobody that it has noticed, so the time it needs is waited for; requests are served
            // meanwhile.
            Thread.sleep(LEAVE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        System.exit(TERMINATED);
    }

    private static URI own() throws URISyntaxException {
        return Launcher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
    }

    /** The one instance of Payara Micro in this process. */
    private static Object server() throws ReflectiveOperationException {
        return Class.forName(SERVER).getMethod("getInstance").invoke(null);
    }

    /** What runs. The server's own list of names has also what it could not start. */
    private static Collection<?> deployed(Object server) throws ReflectiveOperationException {
        Object runtime = Class.forName(SERVER).getMethod("getRuntime").invoke(server);
        Object descriptor = Class.forName("fish.payara.micro.PayaraMicroRuntime")
                .getMethod("getLocalDescriptor")
                .invoke(runtime);
        return (Collection<?>) Class.forName("fish.payara.micro.data.InstanceDescriptor")
                .getMethod("getDeployedApplications")
                .invoke(descriptor);
    }

    /**
     * Opens the port, which the settings before the start keep closed: whoever asks a server without a program is told 404.
     * The server's public way to run a command goes through its cluster, and there is none.
     */
    private static void open(Object server) throws ReflectiveOperationException {
        Field glassFish = Class.forName(SERVER).getDeclaredField("gf");
        glassFish.setAccessible(true);
        Object commands = Class.forName("org.glassfish.embeddable.GlassFish")
                .getMethod("getCommandRunner")
                .invoke(glassFish.get(server));
        Class.forName("org.glassfish.embeddable.CommandRunner")
                .getMethod("run", String.class, String[].class)
                .invoke(commands, "set", new String[] {LISTENER + ".enabled=true"});
    }
}
