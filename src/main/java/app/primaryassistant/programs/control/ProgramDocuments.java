package app.primaryassistant.programs.control;

import app.primaryassistant.programs.entity.Program;
import app.primaryassistant.programs.entity.Start;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.util.Arrays;
import java.util.List;

/** Programs and starting weights as the JSON they are kept in, which is that of the API. */
@ApplicationScoped
public class ProgramDocuments {

    private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig()
            .setProperty("jsonb.fail-on-unknown-properties", true)
            .withNullValues(false));

    Program program(String json) {
        return jsonb.fromJson(json, Program.class);
    }

    List<Start> starts(String json) {
        return Arrays.asList(jsonb.fromJson(json, Start[].class));
    }

    String json(Object document) {
        return jsonb.toJson(document);
    }
}
