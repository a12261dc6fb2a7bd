package app.primaryassistant.platform;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import app.primaryassistant.platform.security.Role;

/** The root of the API. Resources and providers are found by their annotations. */
@ApplicationPath("/api/v1")
@DeclareRoles({Role.READ, Role.WRITE, Role.SESSION, Role.ADMIN})
public class Api extends Application {}
