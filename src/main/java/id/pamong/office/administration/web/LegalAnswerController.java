package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LegalAnswers;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.OpenQuestion;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import id.pamong.office.regulation.Setting;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The head of the office records what the legal office answers to a question that the regulation
 * leaves open.
 */
@Controller
class LegalAnswerController {
    private final Regulations regulations;
    private final LegalAnswers answers;
    private final SettingSentences sentences;

    LegalAnswerController(
            Regulations regulations, LegalAnswers answers, SettingSentences sentences) {
        this.regulations = regulations;
        this.answers = answers;
        this.sentences = sentences;
    }

    /** An answer to choose, said as a sentence. */
    public record Choice(String value, String sentence, boolean chosen) {}

    /** An answer given earlier, said as a sentence. */
    public record Given(String sentence, LegalAnswers.LegalAnswer answer) {}

    /** What stands in the fields. */
    public record Typed(UnaryOperator<String> source) {
        public String text(String name) {
            return source.apply(name);
        }
    }

    @Performs("regulation.answer")
    @GetMapping("/{government}/profil-peraturan/jawaban/{key}")
    String question(LocalGovernment government, @PathVariable String key, Model model) {
        return page(government, key, name -> "", List.of(), model);
    }

    @Performs("regulation.answer")
    @PostMapping("/{government}/profil-peraturan/jawaban/{key}")
    String answer(
            LocalGovernment government,
            Actor actor,
            @PathVariable String key,
            SubmittedForm form,
            Model model) {
        RegulationProfile profile = regulations.profile(government.regulationId());
        OpenQuestion question = question(profile, key);
        LegalAnswers.NewAnswer given =
                new LegalAnswers.NewAnswer(
                        key, form.text("value"), form.text("reason"), form.text("by"));
        List<Finding> findings =
                LegalAnswers.check(question, given).stream()
                        .map(finding -> finding.citing(question.setting().citations()))
                        .toList();
        if (!findings.isEmpty()) {
            return page(government, key, form::text, findings, model);
        }
        answers.give(
                government.id(), given, profile.hash(), actor.account().value(), actor.person());
        return "redirect:/" + government.slug() + "/profil-peraturan#pertanyaan";
    }

    private String page(
            LocalGovernment government,
            String key,
            UnaryOperator<String> typed,
            List<Finding> findings,
            Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        RegulationProfile profile = regulations.profile(government.regulationId());
        OpenQuestion question = question(profile, key);
        Setting setting = question.setting();
        Setting now = answers.inForce(government.id(), profile, key);
        String chosen =
                typed.apply("value").isEmpty() ? now.values().getFirst() : typed.apply("value");
        model.addAttribute("question", setting);
        model.addAttribute("now", sentences.of(now, locale));
        model.addAttribute("note", setting.reason().in(locale));
        model.addAttribute(
                "summaries",
                setting.citations().stream()
                        .map(citation ->
                                new RegulationController.ClauseView(
                                        profile.clause(citation.id()),
                                        profile.clause(citation.id()).summary().in(locale)))
                        .toList());
        model.addAttribute(
                "choices",
                question.answers().stream()
                        .map(value ->
                                new Choice(
                                        value,
                                        sentences.of(setting, value, locale),
                                        value.equals(chosen)))
                        .toList());
        model.addAttribute("typed", new Typed(typed));
        model.addAttribute("findings", findings);
        model.addAttribute(
                "history",
                answers.history(government.id(), key).stream()
                        .map(one -> new Given(sentences.of(setting, one.value(), locale), one))
                        .toList());
        return "administration/legal-answer";
    }

    private static OpenQuestion question(RegulationProfile profile, String key) {
        return profile.openQuestions().stream()
                .filter(open -> open.setting().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("legal-answer.not-open"));
    }
}
