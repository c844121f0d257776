package id.pamong.lifecycle.subscriber.rules;

/** Plain checks on characters, ASCII only: other scripts' digits are not digits here. */
final class Texts {
    private Texts() {}

    static boolean isDigits(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
