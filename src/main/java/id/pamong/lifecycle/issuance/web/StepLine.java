package id.pamong.lifecycle.issuance.web;

import id.pamong.authority.gateway.Capability;
import id.pamong.lifecycle.issuance.Activation;
import id.pamong.lifecycle.issuance.ActivationStep;
import id.pamong.lifecycle.issuance.IssuanceGround;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A step of the activation as the line of steps shows it, drawn from what the way declares. */
record StepLine(String key, boolean done, boolean current, @Nullable String note) {

    static List<StepLine> of(
            Activation activation, boolean system, Set<Capability> capabilities, boolean readBack) {
        List<ActivationStep> road = new ArrayList<>();
        if (activation.ground() instanceof IssuanceGround.ByDecision) {
            road.add(ActivationStep.PRESENCE);
            road.add(ActivationStep.CODE);
            if (readBack) {
                road.add(ActivationStep.READ_BACK);
            }
        }
        if (capabilities.contains(Capability.OWN_CEREMONY)) {
            road.add(ActivationStep.ORDERED);
        }
        road.add(ActivationStep.STATEMENT);
        road.add(ActivationStep.AGREEMENT);
        road.add(ActivationStep.PASSPHRASE);
        if (!capabilities.contains(Capability.OWN_CEREMONY)) {
            road.add(ActivationStep.ORDERED);
        }
        road.add(ActivationStep.RECEIPT);
        int now =
                activation.step() == ActivationStep.DONE
                        ? road.size()
                        : road.indexOf(activation.step());
        List<StepLine> lines = new ArrayList<>();
        for (int i = 0; i < road.size(); i++) {
            String step =
                    system && road.get(i) == ActivationStep.PASSPHRASE
                            ? "REQUEST"
                            : road.get(i).name();
            lines.add(new StepLine("issuance.step." + step, i < now, i == now, null));
        }
        return lines;
    }
}
