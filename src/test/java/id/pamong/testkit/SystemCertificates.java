package id.pamong.testkit;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.CertificationRequest;
import id.pamong.authority.gateway.CertificationRequests;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.OrderOutcome;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.authority.gateway.Standing;
import id.pamong.authority.gateway.SubjectName;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.KeyCustody;
import id.pamong.lifecycle.certificate.NewCertificate;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.certificate.RegistrationOutcome;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.ElectronicSystems;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.NewSystem;
import id.pamong.office.organization.People;
import id.pamong.office.organization.SystemCategory;
import id.pamong.office.organization.SystemId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** Certificates of electronic systems without the road that leads to them. */
public final class SystemCertificates {
    /** The one host of every system made here. */
    public static final String HOST = "rujukan.madiunkota.go.id";

    private static final UUID BY = new UUID(7, 7);

    private SystemCertificates() {}

    /** A system of the town's education agency, for which the teacher answers. */
    public static SystemId system(BeanFactory beans, Town town) {
        ElectronicSystems systems = beans.getBean(ElectronicSystems.class);
        SystemId id =
                ((ElectronicSystems.Outcome.Entered)
                                systems.register(
                                        town.government,
                                        new NewSystem(
                                                town.education,
                                                "Rujukan Sekolah",
                                                SystemCategory.HIGH,
                                                List.of(HOST)),
                                        BY))
                        .system();
        systems.nameResponsible(
                town.government,
                id,
                Objects.requireNonNull(
                        beans.getBean(People.class).get(town.government, town.teacher).nip()),
                "800/1/2026",
                LocalDate.of(2026, 1, 2),
                BY);
        return id;
    }

    /**
     * Its certificate as a TLS server or client.
     *
     * @param csr PKCS#10, DER, made by the host
     */
    public static RegisteredCertificate certify(
            BeanFactory beans, Town town, SystemId system, ProfileId profile, byte[] csr) {
        BuiltinAuthority authority = beans.getBean(BuiltinAuthority.class);
        if (authority.issuing(town.government).isEmpty()) {
            TestAuthority.serve(
                    authority,
                    beans.getBean(MutableClock.class),
                    town.government,
                    beans.getBean(LocalGovernments.class).get(town.government).slug());
        }
        CertificationRequest request =
                ((CertificationRequests.Reading.Read) CertificationRequests.read(csr)).request();
        CertificateOrder order =
                new CertificateOrder(
                        new RequestKey(UUID.randomUUID()),
                        town.government,
                        profile,
                        new SubjectName(HOST, "Pemerintah Kota Contoh", "ID"),
                        profile == ProfileId.TLS_SERVER ? List.of(HOST) : List.of(),
                        csr);
        RegistrationOutcome outcome =
                beans.getBean(TenantTransactions.class)
                        .inTenant(
                                town.government,
                                () ->
                                        switch (beans.getBean(OrderBook.class).place(order)) {
                                            case OrderOutcome.Issued(var der, var chain) ->
                                                    beans.getBean(Certificates.class)
                                                            .register(
                                                                    town.government,
                                                                    new NewCertificate(
                                                                            order,
                                                                            null,
                                                                            KeyCustody
                                                                                    .SUBSCRIBER_HELD,
                                                                            Objects.requireNonNull(
                                                                                    request
                                                                                            .algorithm()),
                                                                            request.publicKeySpki(),
                                                                            town.teacher,
                                                                            system,
                                                                            Standing.TRIAL,
                                                                            null,
                                                                            false,
                                                                            "Dinas Pendidikan",
                                                                            der,
                                                                            chain));
                                            case OrderOutcome other ->
                                                    throw new AssertionError(other.toString());
                                        });
        if (outcome instanceof RegistrationOutcome.Registered(RegisteredCertificate registered)) {
            return registered;
        }
        throw new AssertionError(outcome.toString());
    }
}
