package app.primaryassistant.local.bench;

import java.util.Optional;

/**
 * A kind of request.
 *
 * @param headers separated by {@code |}
 * @param connections how many send it at once; empty for those of the command line
 * @param beside the load that {@value #SIGNING} connections send at the same time
 * @param hasFloor whether PostgreSQL alone is measured with its statements too
 */
record Load(
        String key,
        String words,
        String method,
        String path,
        String body,
        String headers,
        Optional<Integer> connections,
        Optional<String> beside,
        boolean hasFloor,
        Budget budget) {

    static final int SIGNING = 8;

    boolean isRead() {
        return method.equals("GET");
    }
}
