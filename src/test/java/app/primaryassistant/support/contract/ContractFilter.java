package app.primaryassistant.support.contract;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Cookies;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks whatever REST-assured sends and is answered. */
public final class ContractFilter implements Filter {

    private static boolean installed;

    private ContractFilter() {}

    /**
     * Makes it a part of every request from now on. When the tests of this process are over it writes what the document
     * promises and none of them has met into a file, a line each.
     */
    public static synchronized void install(Path unmet) {
        if (installed) {
            return;
        }
        installed = true;
        RestAssured.filters(new ContractFilter());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(unmet)));
    }

    private static void write(Path unmet) {
        try {
            Files.write(unmet, Contract.instance().met().unmet());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification specification,
            FilterContext context) {
        Response response = context.next(request, specification);
        Contract.instance()
                .check(new Exchange(
                        request.getMethod(),
                        // Not by URI: tests send what is none.
                        request.getURI().replaceFirst("^https?://[^/]*", ""),
                        new Exchange.Message(
                                headers(request.getHeaders(), request.getCookies()), bytes(request.getBody())),
                        response.statusCode(),
                        new Exchange.Message(headers(response.headers(), new Cookies()), response.asByteArray())));
        return response;
    }

    private static Map<String, List<String>> headers(Headers headers, Cookies cookies) {
        Map<String, List<String>> values = new HashMap<>();
        headers.forEach(header -> values.computeIfAbsent(header.getName(), name -> new ArrayList<>())
                .add(header.getValue()));
        if (cookies.exist()) {
            values.computeIfAbsent("Cookie", name -> new ArrayList<>())
                    .add(cookies.asList().stream()
                            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return values;
    }

    /** A stream has been sent by now and cannot be read again. */
    private static byte[] bytes(Object body) {
        return switch (body) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case null, default -> new byte[0];
        };
    }
}
