package app.primaryassistant.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginCheckTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org,      https, example.org,      true",
        "HTTPS://Example.org,      https, example.org,      true",
        "http://localhost:8080,    http,  localhost:8080,   true",
        "http://example.org,       https, example.org,      false",
        "https://example.org,      http,  example.org,      false",
        "https://example.org:8443, https, example.org,      false",
        "https://evil.example,     https, example.org,      false",
        "https://example.org.evil, https, example.org,      false",
        "null,                     https, example.org,      false",
        "'',                       https, example.org,      false",
        "//example.org,            https, example.org,      false",
        "https://exa mple.org,     https, example.org,      false",
    })
    void aPageIsOurOwnIfSchemeHostAndPortAre(String origin, String scheme, String host, boolean own) {
        assertThat(OriginCheck.isOwn(origin, scheme, host)).isEqualTo(own);
    }
}
