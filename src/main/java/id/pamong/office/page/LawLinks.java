package id.pamong.office.page;

import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The clauses that stand beside a part of a page. A template names the rule, command or screen; the
 * regulation of the local government says which clauses ask for it, so that no page knows an
 * article: {@code ${@law.of(page.government, 'enrollment.prove-email')}}; and the words in which
 * regulations differ.
 */
@Component("law")
public class LawLinks {
    private final Regulations regulations;

    LawLinks(Regulations regulations) {
        this.regulations = regulations;
    }

    /**
     * The clauses of a part of a page.
     *
     * @param name of a screen (begins with a slash), a command of the table of permissions, or a
     *     rule
     * @return nothing where the regulation binds nothing to it
     */
    public List<Citation> of(LocalGovernment government, String name) {
        RegulationProfile profile = regulations.profile(government.regulationId());
        if (name.startsWith("/")) {
            return profile.clausesOfScreen(name);
        }
        List<Citation> ofCommand = profile.clausesOfCommand(name);
        return ofCommand.isEmpty() ? profile.clausesOf(RuleId.of(name)) : ofCommand;
    }

    /**
     * The clauses of a part of a page about one type of certificate, without those that only
     * another type's checklist rests on.
     *
     * @param names of commands, screens or rules
     */
    public List<Citation> ofType(
            LocalGovernment government, CertificateType type, List<String> names) {
        RegulationProfile profile = regulations.profile(government.regulationId());
        return profile.forType(
                type,
                names.stream().flatMap(name -> of(government, name).stream()).distinct().toList());
    }

    /** The single value of a setting, as a text of its own or as the code of a message. */
    public String setting(LocalGovernment government, String key) {
        return regulations.profile(government.regulationId()).setting(key).text();
    }
}
