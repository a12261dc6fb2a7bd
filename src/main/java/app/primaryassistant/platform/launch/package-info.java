/**
 * The process that is {@code assistant} in the container, in a JAR of its own.
 *
 * <p>The server looks into the class path before it looks into the application, so the application's classes must not be
 * there when it starts. Hence this JAR, which stands beside the server's and knows only the JDK: it runs a command with the
 * application's classes in a class loader of their own, and starts the server, where it is asked to, after that one is closed.
 */
@NullMarked
package app.primaryassistant.platform.launch;

import org.jspecify.annotations.NullMarked;
