package app.primaryassistant.platform.http;

/** What a resource shows of something that is edited under a version. Its answer's {@code ETag} is that version. */
public interface Versioned {

    int version();
}
