package app.primaryassistant.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class RoutesTest {

    @Path("/things/")
    static class Things {
        @GET
        public void all() {}

        @GET
        @Path("{id: [0-9a-f-]+}/parts/{part}")
        public void part() {}
    }

    @Test
    void isThePathOfTheResourceAndOfTheMethod() throws NoSuchMethodException {
        assertThat(Routes.template("/api/v1", Things.class.getMethod("all"))).isEqualTo("/api/v1/things");
    }

    @Test
    void namesParametersWithoutTheirExpressions() throws NoSuchMethodException {
        assertThat(Routes.template("/api/v1", Things.class.getMethod("part")))
                .isEqualTo("/api/v1/things/{id}/parts/{part}");
    }
}
