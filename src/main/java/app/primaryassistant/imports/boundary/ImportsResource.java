package app.primaryassistant.imports.boundary;

import app.primaryassistant.imports.control.AnalysisRun;
import app.primaryassistant.imports.control.ImportRepository;
import app.primaryassistant.imports.control.ImportRun;
import app.primaryassistant.imports.control.Imports;
import app.primaryassistant.imports.control.Uploads;
import app.primaryassistant.imports.entity.StoredImport;
import app.primaryassistant.platform.json.PlainText;
import app.primaryassistant.platform.json.StreamedBody;
import app.primaryassistant.platform.paging.Items;
import app.primaryassistant.platform.persistence.AccountTransaction;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Histories from files: bring one, see what it would add, answer what it leaves open, apply it, and take it back.
 *
 * <p>Bringing a file is no transaction, for a client may take its time over it; what is found in it is one afterwards.
 */
@Path("imports")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {

    private static final int SHOWN = 50;

    @Inject
    private Imports imports;

    @Inject
    private ImportRepository repository;

    @Inject
    private AnalysisRun analysis;

    @Inject
    private ImportRun run;

    @Inject
    private Uploads uploads;

    @Inject
    private AccountTransaction transaction;

    @Inject
    private Caller caller;

    /** The newest ones. */
    @GET
    @RolesAllowed(Role.READ)
    @Transactional
    public Items<ImportView> newest() {
        return new Items<>(repository.newest(caller.account(), SHOWN).stream()
                .map(ImportView::from)
                .toList());
    }

    /** Reads the file after its answer if that takes longer than a moment: then the answer is 202, and the import tells how far it is. */
    @POST
    @RolesAllowed(Role.WRITE)
    @Consumes({"text/csv", "text/plain", MediaType.APPLICATION_OCTET_STREAM})
    @StreamedBody
    public Response upload(@QueryParam("name") @PlainText(max = 200) @Nullable String name, @NotNull InputStream file) {
        UUID owner = caller.account();
        UUID id = Ids.next();
        uploads.store(id, file);
        try {
            transaction.of(owner, () -> {
                imports.add(owner, id, name, caller.zone());
                return id;
            });
            analysis.read(owner, id);
        } catch (RuntimeException refused) {
            forget(owner, id);
            throw refused;
        }
        ImportView view = transaction.of(owner, () -> view(id));
        return Response.status(view.isAnalysing() ? Response.Status.ACCEPTED : Response.Status.CREATED)
                .location(URI.create("imports/" + id))
                .entity(view)
                .build();
    }

    /** What is refused at once is not kept. */
    private void forget(UUID owner, UUID id) {
        uploads.remove(id);
        transaction.of(owner, () -> {
            repository.find(owner, id).ifPresent(refused -> imports.remove(owner, id));
            return id;
        });
    }

    /** Goes on with what a server had begun that has died, which a reader may see to as well: somebody has ordered it. */
    @GET
    @Path("{id}")
    @RolesAllowed(Role.READ)
    @Transactional
    public ImportView get(@PathParam("id") UUID id) {
        StoredImport standing = repository.find(caller.account(), id).orElseThrow(Problem::notFound);
        analysis.resume(caller.account(), standing);
        run.resume(caller.account(), standing);
        return ImportView.from(standing);
    }

    @PUT
    @Path("{id}/answers")
    @RolesAllowed(Role.WRITE)
    public Response answer(@PathParam("id") UUID id, @Valid @NotNull NewAnswers answers) {
        UUID owner = caller.account();
        if (transaction.of(owner, () -> imports.answer(owner, id, answers.answers()))) {
            analysis.read(owner, id);
        }
        ImportView view = transaction.of(owner, () -> view(id));
        return Response.status(view.isAnalysing() ? Response.Status.ACCEPTED : Response.Status.OK)
                .entity(view)
                .build();
    }

    /** Begins; it goes on after the answer. */
    @POST
    @Path("{id}/application")
    @RolesAllowed(Role.WRITE)
    public Response apply(@PathParam("id") UUID id) {
        run.begin(caller.account(), id);
        return Response.accepted(transaction.of(caller.account(), () -> view(id)))
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.WRITE)
    @Transactional
    public void remove(@PathParam("id") UUID id) {
        imports.remove(caller.account(), id);
    }

    private ImportView view(UUID id) {
        return repository.find(caller.account(), id).map(ImportView::from).orElseThrow(Problem::notFound);
    }
}
