package app.primaryassistant.exports.boundary;

import app.primaryassistant.exports.control.ExportRepository;
import app.primaryassistant.platform.persistence.AccountTransaction;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;
import java.util.UUID;
import java.util.function.BiConsumer;

/** One's history as files. They are written while they are read from the database, so their transaction is that of the writing. */
@Path("exports")
@ApplicationScoped
@Produces("text/csv; charset=UTF-8")
public class ExportsResource {

    @Inject
    private ExportRepository exports;

    @Inject
    private AccountTransaction transaction;

    @Inject
    private Caller caller;

    @GET
    @Path("measurements.csv")
    @RolesAllowed(Role.READ)
    public Response measurements() {
        return file("measurements", exports::measurements);
    }

    @GET
    @Path("workouts.csv")
    @RolesAllowed(Role.READ)
    public Response workouts() {
        return file("workouts", exports::workouts);
    }

    private Response file(String name, BiConsumer<UUID, OutputStream> export) {
        UUID owner = caller.account();
        StreamingOutput content = out -> transaction.of(owner, () -> {
            export.accept(owner, out);
            return owner;
        });
        return Response.ok(content)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s.csv\"".formatted(name, caller.today()))
                .build();
    }
}
