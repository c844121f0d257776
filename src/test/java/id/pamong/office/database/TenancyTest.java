package id.pamong.office.database;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.testkit.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class TenancyTest {
    @Autowired JdbcClient jdbc;

    @Test
    void the_application_is_a_role_that_owns_nothing() {
        assertThat(jdbc.sql("select current_user").query(String.class).single())
                .isEqualTo("pamong_app");
        assertThat(
                        jdbc.sql(
                                        "select count(*) from pg_class where relowner ="
                                                + " 'pamong_app'::regrole")
                                .query(Integer.class)
                                .single())
                .isZero();
    }
}
