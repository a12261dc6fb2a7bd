package app.primaryassistant.platform;

import app.primaryassistant.platform.security.Role;
import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The root of the API. Resources and providers are found by their annotations. */
@ApplicationPath("/api/v1")
@DeclareRoles({Role.READ, Role.WRITE, Role.SESSION, Role.ADMIN})
public class Api extends Application {}
