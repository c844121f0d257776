package id.pamong.lifecycle.certificate;

/** A line of {@link CertificateTransitions}. */
public record CertificateTransition(
        CertificatePhase from, CertificateStep step, CertificatePhase to) {}
