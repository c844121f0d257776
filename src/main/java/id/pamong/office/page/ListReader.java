package id.pamong.office.page;

import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.PersonId;
import java.util.UUID;

/** Who reads a list, and where. */
public record ListReader(LocalGovernment government, UUID account, PersonId person) {}
