package id.pamong.office.regulation;

import java.util.Locale;

/** A text in both languages of the screens. */
public record Words(String indonesian, String english) {
    /** The text in the locale's language; Indonesian unless it is English. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? english : indonesian;
    }
}
