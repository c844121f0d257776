package id.pamong.office.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.testkit.Article;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@RoomTest
class MessagesInWordsOfLawTest {
    private static final Locale INDONESIAN = Locale.of("id");

    @Autowired private BeanFactory beans;
    @Autowired private MessageSource messages;
    @Autowired private TenantTransactions transactions;
    @Autowired private LocalGovernments governments;
    @Autowired private MockMvcTester http;

    @Test
    @Article({"MDN-3(2)", "CJR-4(2)"})
    void each_local_government_reads_the_word_of_its_regulation() {
        LocalGovernmentId city = new Town(beans, "perwal-30-2019").government;
        LocalGovernmentId regency = new Town(beans, "perbup-18-2018").government;

        assertThat(transactions.inTenant(city, this::waits))
                .isEqualTo("Menunggu Otoritas Pendaftaran");
        assertThat(transactions.inTenant(regency, this::waits)).isEqualTo("Menunggu OP");
        assertThat(waits()).as("nowhere").isEqualTo("Menunggu Otoritas Pendaftaran");
    }

    @Test
    void a_page_speaks_for_its_own_local_government() {
        LocalGovernmentId regency = new Town(beans, "perbup-18-2018").government;

        assertThat(
                        http.get()
                                .uri(
                                        "/"
                                                + governments.get(regency).slug()
                                                + "/profil-peraturan?lang=id"))
                .bodyText()
                .contains("Kantor yang menjadi OP ")
                .doesNotContain("otoritas pendaftaran", "[ra.label]");
    }

    private String waits() {
        return messages.getMessage("enrollment.waits.office", null, INDONESIAN);
    }
}
