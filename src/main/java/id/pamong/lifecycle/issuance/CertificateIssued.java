package id.pamong.lifecycle.issuance;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.office.database.LocalGovernmentId;

/** A certificate came of an application; published in the transaction that registers it. */
public record CertificateIssued(
        LocalGovernmentId government, ApplicationId application, CertificateId certificate) {}
