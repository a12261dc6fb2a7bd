package app.primaryassistant.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is a parameter in a statement, and what only looks like one. */
class SqlTextTest {

    @Test
    void namesBecomeQuestionMarksInTheirOrder() {
        var text =
                SqlText.of("select id from t where account_id = :owner and (day, id) < (:day, :id2) limit :mostRows");

        assertThat(text.positional()).isEqualTo("select id from t where account_id = ? and (day, id) < (?, ?) limit ?");
        assertThat(text.names()).containsExactly("owner", "day", "id2", "mostRows");
    }

    @Test
    void aNameMayStandInSeveralPlaces() {
        var text = SqlText.of("select :day - 7 <= d and d <= :day, :other");

        assertThat(text.positional()).isEqualTo("select ? - 7 <= d and d <= ?, ?");
        assertThat(text.names()).containsExactly("day", "day", "other");
    }

    @Test
    void aCastIsNoParameter() {
        var text = SqlText.of("select '{}'::text[], x::uuid, :id::uuid, array[1, 2][1:2]");

        assertThat(text.positional()).isEqualTo("select '{}'::text[], x::uuid, ?::uuid, array[1, 2][1:2]");
        assertThat(text.names()).containsExactly("id");
    }

    @Test
    void textsStayAsTheyAre() {
        var text = SqlText.of("select 'at :noon', 'it''s :late', '', ':', $1, :real");

        assertThat(text.positional()).isEqualTo("select 'at :noon', 'it''s :late', '', ':', $1, ?");
        assertThat(text.names()).containsExactly("real");
    }

    @Test
    void commentsStayAsTheyAre() {
        var text = SqlText.of("select a -- the :first, it's one\nfrom t where b = :second -- :third");

        assertThat(text.positional()).isEqualTo("select a -- the :first, it's one\nfrom t where b = ? -- :third");
        assertThat(text.names()).containsExactly("second");
    }

    @Test
    void quotedNamesStayAsTheyAre() {
        var text = SqlText.of("select \"a:b\", \"it's\" from t order by name collate \"C\", :place");

        assertThat(text.positional()).isEqualTo("select \"a:b\", \"it's\" from t order by name collate \"C\", ?");
        assertThat(text.names()).containsExactly("place");
    }

    @Test
    void aStatementIsTakenApartOnce() {
        assertThat(SqlText.of("select :once")).isSameAs(SqlText.of("select :once"));
    }
}
