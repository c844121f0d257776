package id.pamong.office.organization;

import java.util.List;

/**
 * What is asked to create a local government; see {@link LocalGovernment} for the fields. {@link
 * LocalGovernments#check} names everything that is wrong with it.
 */
public record NewLocalGovernment(
        String slug,
        String name,
        GovernmentKind kind,
        String place,
        String headTitle,
        String deputyTitle,
        String province,
        String regionCode,
        Zone zone,
        String regulationId,
        List<String> mailDomains,
        String accent,
        List<String> address) {
    public NewLocalGovernment {
        mailDomains = List.copyOf(mailDomains);
        address = List.copyOf(address);
    }
}
