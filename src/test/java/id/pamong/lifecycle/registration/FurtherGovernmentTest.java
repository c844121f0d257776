package id.pamong.lifecycle.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.Pamong;
import id.pamong.authority.builtin.AuthorityCertificate;
import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.gateway.Standing;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.installation.PublicAddress;
import id.pamong.office.organization.GovernmentKind;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.NewLocalGovernment;
import id.pamong.office.organization.Zone;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.TestAuthority;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.TestInstallation;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** One installation, one root, one issuing authority for each local government. */
@SpringBootTest(classes = Pamong.class)
@ContextConfiguration(initializers = TestInstallation.class)
@Import(TestClock.class)
class FurtherGovernmentTest {
    @Autowired private FirstRun firstRun;
    @Autowired private Ceremony ceremony;
    @Autowired private CeremonyRows rows;
    @Autowired private BuiltinAuthority authority;
    @Autowired private LocalGovernments governments;
    @Autowired private PublicAddress address;
    @Autowired private TenantTransactions transactions;
    @Autowired private Clock clock;

    @Test
    void a_second_local_government_is_set_up_under_the_root_that_is_there() {
        String first = token(firstRun.newPath().orElseThrow());
        enter(first, "madiun", "perwal-30-2019", "https://pamong.madiun.example");
        ceremony.decideStanding(first, new StandingEntry(Standing.TRIAL, "", null, ""));
        assertThat(ceremony.of(first).step()).isEqualTo(CeremonyStep.ROOT_KEY);
        ceremony.makeRoot(first, TestAuthority.passphrase(), TestAuthority.passphrase());
        byte[] file = ceremony.rootFile(first).pem();
        assertThat(confirm(first, file, TestAuthority.passphrase())).isEmpty();
        URI web = address.web();
        LocalGovernmentId madiun = ceremony.of(first).government();

        assertThat(token(firstRun.furtherPath())).isNotEqualTo(first);
        assertThat(governments.all()).hasSize(1);
        complete(ceremony.of(token(firstRun.furtherPath())));
        assertThat(firstRun.newPath()).isEmpty();

        String second = token(firstRun.furtherPath());
        assertThat(enter(second, "cianjur", "perbup-18-2018", "kosong")).isEmpty();
        assertThat(address.web()).isEqualTo(web);
        ceremony.decideStanding(second, new StandingEntry(Standing.TRIAL, "", null, ""));
        assertThat(ceremony.of(second).step()).isEqualTo(CeremonyStep.ROOT_FILE);
        assertThat(confirm(second, file, SecretBytes.takeOver(new byte[] {'x'})))
                .extracting(Finding::code)
                .containsExactly("first-run.root-passphrase");
        assertThat(confirm(second, file, TestAuthority.passphrase())).isEmpty();

        LocalGovernmentId cianjur = ceremony.of(second).government();
        assertThat(governments.all()).hasSize(2);
        assertThat(authority.published())
                .extracting(AuthorityCertificate::government)
                .containsExactlyInAnyOrder(null, madiun, cianjur);
        assertThat(authority.issuing(cianjur)).isPresent();
        assertThat(ceremony.of(second).rootSha256())
                .isEqualTo(authority.root().orElseThrow().sha256());
    }

    private List<Finding> confirm(String token, byte[] file, SecretBytes passphrase) {
        return ceremony.confirmRoot(token, file, passphrase);
    }

    private void complete(CeremonyView view) {
        transactions.withoutTenant(() -> {
            rows.complete(view.id(), clock.instant());
            return true;
        });
    }

    private List<Finding> enter(String token, String slug, String regulation, String publicUrl) {
        boolean city = slug.equals("madiun");
        return ceremony.enterGovernment(
                token,
                new GovernmentEntry(
                        new NewLocalGovernment(
                                slug,
                                "Pemerintah " + slug,
                                city ? GovernmentKind.KOTA : GovernmentKind.KABUPATEN,
                                "Contoh",
                                city ? "Wali Kota" : "Bupati",
                                city ? "Wakil Wali Kota" : "Wakil Bupati",
                                "Contoh",
                                city ? "35.77" : "32.03",
                                Zone.WIB,
                                regulation,
                                List.of(slug + ".example"),
                                "#0b5394",
                                List.of()),
                        publicUrl,
                        "UNANSWERED",
                        "",
                        ""));
    }

    private static String token(String path) {
        return path.substring("/perdana/".length());
    }
}
