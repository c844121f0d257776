package id.pamong.office.organization;

/** What happens when a number or a name is typed: one character wrong, or two exchanged. */
final class Typing {
    private Typing() {}

    /** Two different numbers of the same length that one wrong or two exchanged digits explain. */
    static boolean isOneDigitOff(String one, String other) {
        return one.length() == other.length() && !one.equals(other) && isOneSlip(one, other);
    }

    /** One character changed, added or left out, or two neighbours exchanged. */
    static boolean isOneSlip(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1 || one.equals(other)) {
            return false;
        }
        int from = 0;
        int shorter = Math.min(one.length(), other.length());
        while (from < shorter && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        int oneEnd = one.length();
        int otherEnd = other.length();
        while (oneEnd > from
                && otherEnd > from
                && one.charAt(oneEnd - 1) == other.charAt(otherEnd - 1)) {
            oneEnd--;
            otherEnd--;
        }
        int first = oneEnd - from;
        int second = otherEnd - from;
        boolean exchanged =
                first == 2
                        && second == 2
                        && one.charAt(from) == other.charAt(from + 1)
                        && one.charAt(from + 1) == other.charAt(from);
        return exchanged || (first <= 1 && second <= 1);
    }
}
