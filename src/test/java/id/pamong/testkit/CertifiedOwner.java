package id.pamong.testkit;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.custody.NewKey;
import id.pamong.authority.gateway.CertificateOrder;
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
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.protection.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** Certificates of the built-in authority without the road that leads to them. */
public final class CertifiedOwner {
    /** Opens every key made here. */
    public static final String PASSPHRASE = "pohon mangga di halaman 7";

    private CertifiedOwner() {}

    /** An individual certificate for a person of a local government, from its own issuing CA. */
    public static RegisteredCertificate certify(
            BeanFactory beans, LocalGovernmentId government, PersonId id) {
        return certify(beans, government, id, KeyCustody.BUILT_IN_SIGNING_SERVICE, null);
    }

    /** The same, but its owner kept the key. */
    public static RegisteredCertificate withOwnKey(
            BeanFactory beans, LocalGovernmentId government, PersonId id) {
        return certify(beans, government, id, KeyCustody.SUBSCRIBER_HELD, null);
    }

    /** The certificate of a post. */
    public static RegisteredCertificate certifyPost(
            BeanFactory beans, LocalGovernmentId government, PersonId id, String post) {
        return certify(beans, government, id, KeyCustody.BUILT_IN_SIGNING_SERVICE, post);
    }

    private static RegisteredCertificate certify(
            BeanFactory beans,
            LocalGovernmentId government,
            PersonId id,
            KeyCustody custody,
            @Nullable String post) {
        boolean here = custody == KeyCustody.BUILT_IN_SIGNING_SERVICE;
        BuiltinAuthority authority = beans.getBean(BuiltinAuthority.class);
        if (authority.issuing(government).isEmpty()) {
            TestAuthority.serve(
                    authority,
                    beans.getBean(MutableClock.class),
                    government,
                    beans.getBean(LocalGovernments.class).get(government).slug());
        }
        Person person = beans.getBean(People.class).get(government, id);
        SubjectName subject =
                new SubjectName(
                        person.displayName(),
                        post == null ? "" : post,
                        "",
                        "Pemerintah Kota Contoh",
                        "ID");
        NewKey key;
        try (SecretBytes secret =
                SecretBytes.takeOver(PASSPHRASE.getBytes(StandardCharsets.UTF_8))) {
            key =
                    beans.getBean(Custody.class)
                            .create(government, KeyAlgorithm.EC_P256, secret, subject.rfc4514());
        }
        CertificateOrder order =
                new CertificateOrder(
                        new RequestKey(UUID.randomUUID()),
                        government,
                        post == null
                                ? ProfileId.INDIVIDUAL_SIGNATURE
                                : ProfileId.POSITION_SIGNATURE,
                        subject,
                        List.of(),
                        key.csrDer());
        RegistrationOutcome outcome =
                beans.getBean(TenantTransactions.class)
                        .inTenant(
                                government,
                                () ->
                                        switch (beans.getBean(OrderBook.class).place(order)) {
                                            case OrderOutcome.Issued(var der, var chain) ->
                                                    beans.getBean(Certificates.class)
                                                            .register(
                                                                    government,
                                                                    new NewCertificate(
                                                                            order,
                                                                            here ? key.id() : null,
                                                                            custody,
                                                                            key.algorithm(),
                                                                            key.publicKeySpki(),
                                                                            id,
                                                                            null,
                                                                            Standing.TRIAL,
                                                                            post == null
                                                                                    ? person.post()
                                                                                    : post,
                                                                            false,
                                                                            person.agencyName(),
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
