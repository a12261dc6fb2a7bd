package app.primaryassistant.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Gives whatever is {@link Versioned} its {@code ETag}. */
@Provider
public class EntityTags implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Versioned shown) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, Precondition.tag(shown.version()));
        }
    }
}
