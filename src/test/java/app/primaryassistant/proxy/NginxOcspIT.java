package app.primaryassistant.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.RequiresProgram;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where a certificate names who says whether it still holds, the answer comes along with it. */
@RequiresProgram({"nginx", "busybox", "openssl"})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NginxOcspIT {

    @TempDir
    private Path directory;

    private HttpServer responder;

    @BeforeEach
    void issue() throws IOException, InterruptedException {
        responder = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        responder.createContext("/", this::answer);
        responder.start();
        Files.writeString(directory.resolve("extensions"), """
                subjectAltName=DNS:localhost
                authorityInfoAccess=OCSP;URI:http://127.0.0.1:%d
                """.formatted(
                        responder.getAddress().getPort()));
        Files.writeString(directory.resolve("authority.cnf"), """
                [ca]
                default_ca = all
                [all]
                database = index
                new_certs_dir = .
                serial = serial
                default_md = sha256
                default_days = 2
                policy = any
                [any]
                commonName = supplied
                """);
        Files.createFile(directory.resolve("index"));
        openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=Authority",
                "-keyout",
                "authority.key",
                "-out",
                "authority.pem");
        openssl(
                "req",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=localhost",
                "-keyout",
                "key.pem",
                "-out",
                "request.pem");
        openssl(
                "ca",
                "-batch",
                "-notext",
                "-config",
                "authority.cnf",
                "-create_serial",
                "-cert",
                "authority.pem",
                "-keyfile",
                "authority.key",
                "-extfile",
                "extensions",
                "-in",
                "request.pem",
                "-out",
                "leaf.pem");
        Files.writeString(
                directory.resolve("certificate.pem"),
                Files.readString(directory.resolve("leaf.pem")) + Files.readString(directory.resolve("authority.pem")));
    }

    @AfterEach
    void stop() {
        responder.stop(0);
    }

    /** Nginx asks by GET, with the question in the path. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Files.write(
                    directory.resolve("question"),
                    Base64.getDecoder()
                            .decode(exchange.getRequestURI().getPath().substring(1)));
            openssl(
                    "ocsp",
                    "-index",
                    "index",
                    "-CA",
                    "authority.pem",
                    "-rsigner",
                    "authority.pem",
                    "-rkey",
                    "authority.key",
                    "-ndays",
                    "1",
                    "-reqin",
                    "question",
                    "-respout",
                    "answer");
            byte[] answer = Files.readAllBytes(directory.resolve("answer"));
            exchange.getResponseHeaders().set("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nginx asks when the first client has come, so that one goes without. */
    @Test
    void staplesTheAnswerOfTheResponder() throws Exception {
        try (Door door = Door.open(Map.of(
                "TLS_CERTIFICATE", directory.resolve("certificate.pem").toString(),
                "TLS_CERTIFICATE_KEY", directory.resolve("key.pem").toString()))) {
            String address = "127.0.0.1:" + door.nginx().https("/").getPort();
            String said = "";
            while (!said.contains("OCSP Response Status")) {
                said = openssl("s_client", "-connect", address, "-servername", "localhost", "-status");
            }

            assertThat(said).contains("OCSP Response Status: successful").contains("Cert Status: good");
        }
    }

    private String openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("openssl " + arguments[0] + " failed:\n" + said);
        }
        return said;
    }
}
