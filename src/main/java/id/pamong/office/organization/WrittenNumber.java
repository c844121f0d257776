package id.pamong.office.organization;

import id.pamong.office.table.TableCell;
import java.util.Optional;

/**
 * A NIK or NIP as a file holds it: digits, perhaps in groups, or what a spreadsheet made of them.
 *
 * @param digits to be judged by the rules; what was written when it is no number
 * @param damage code of what happened to it, if it cannot be trusted
 */
record WrittenNumber(String digits, Optional<String> damage) {
    /** A spreadsheet keeps fifteen digits of a number and forgets the rest. */
    private static final int KEPT_DIGITS = 15;

    static WrittenNumber read(TableCell cell) {
        String text = cell.text();
        if (cell.kind() == TableCell.Kind.ERROR || text.matches("#[A-Z/0!?#]+.*|#+")) {
            return damaged("", "import.cell-error");
        }
        if (cell.kind() == TableCell.Kind.DATE) {
            return damaged("", "import.number-became-date");
        }
        if (text.matches("[0-9][.,]?[0-9]*[eE]\\+?[0-9]+")) {
            return damaged("", "import.scientific-number");
        }
        String digits = digits(text);
        boolean isNumber = cell.kind() == TableCell.Kind.NUMBER;
        if (isNumber && (digits.length() > KEPT_DIGITS + 1 || lostItsLast(digits))) {
            return damaged("", "import.number-lost-digits");
        }
        if (digits.length() > KEPT_DIGITS + 1 && !isNumber && text.matches("[0-9]+[.,]0+")) {
            return damaged("", "import.number-lost-digits");
        }
        if (digits.matches(".*[A-Za-z].*") && digits.matches("[0-9OoIlSB]{16,18}")) {
            return damaged(digits, "import.letters-in-number");
        }
        return new WrittenNumber(digits, Optional.empty());
    }

    /** The sixteenth digit of a number kept with fifteen is always a zero. */
    private static boolean lostItsLast(String digits) {
        return digits.length() == KEPT_DIGITS + 1 && digits.endsWith("0");
    }

    /** Without spaces, dots, dashes, quotes, and the decimals that a program added to a number. */
    static String digits(String text) {
        String whole = text.matches("[0-9]{15,18}[.,]0+") ? text.split("[.,]", 2)[0] : text;
        return whole.replaceAll("[\\s.'\"`’_-]", "");
    }

    private static WrittenNumber damaged(String digits, String code) {
        return new WrittenNumber(digits, Optional.of(code));
    }

    /** Personal data does not reach logs by way of this. */
    @Override
    public String toString() {
        return "WrittenNumber[…]";
    }
}
