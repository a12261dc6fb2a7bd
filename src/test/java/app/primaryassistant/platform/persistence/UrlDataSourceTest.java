package app.primaryassistant.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UrlDataSourceTest {

    @Test
    @SuppressWarnings("deprecation")
    void keepsTheHostOfItsUrl() {
        var database = new UrlDataSource();
        database.setUrl("jdbc:postgresql://db:5432/fitness_db?connectTimeout=3");

        database.setServerName("localhost");

        assertThat(database.getServerNames()).containsExactly("db");
        assertThat(database.getUrl()).startsWith("jdbc:postgresql://db:5432/fitness_db");
    }
}
