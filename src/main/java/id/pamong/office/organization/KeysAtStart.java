package id.pamong.office.organization;

import id.pamong.office.protection.Seals;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Opens the keys of every local government before the first visitor comes. */
@Component
class KeysAtStart implements SmartInitializingSingleton {
    private final LocalGovernments governments;
    private final Seals seals;

    KeysAtStart(LocalGovernments governments, Seals seals) {
        this.governments = governments;
        this.seals = seals;
    }

    @Override
    public void afterSingletonsInstantiated() {
        governments.all().forEach(government -> seals.prepare(government.id()));
    }
}
