package id.pamong.office.letter;

import id.pamong.office.organization.LocalGovernment;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills the templates under {@code templates/letter/} and prints them. */
final class LetterTemplates {
    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final PdfPress press = new PdfPress();
    private final boolean demo;

    LetterTemplates(boolean demo) {
        this.demo = demo;
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/letter/");
        resolver.setSuffix(".xml");
        resolver.setTemplateMode(TemplateMode.XML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    byte[] pdf(LocalGovernment government, String template, Map<String, Object> model) {
        Map<String, Object> values = new HashMap<>(model);
        values.put("government", government);
        values.put("words", new LetterWords(government.zone().id(), government.zone().name()));
        values.put("letters", this);
        values.put("demo", demo);
        return press.print(engine.process(template, new Context(Locale.of("id", "ID"), values)));
    }

    /** QR code as a {@code data:} URI. */
    public String qr(String text) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(QrCode.png(text, 300));
    }
}
