package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import java.util.List;

/**
 * What an import would do, or has done, line by line.
 *
 * @param done whether it has been done; false for a dry run
 * @param fileFindings what is wrong with the file as a whole; then there are no lines
 */
public record ImportReport(boolean done, List<Finding> fileFindings, List<Line> lines) {
    public ImportReport {
        fileFindings = List.copyOf(fileFindings);
        lines = List.copyOf(lines);
    }

    /** What becomes of a line. */
    public enum Outcome {
        NEW,
        CHANGED,
        SAME,
        REFUSED
    }

    /**
     * One line of the file.
     *
     * @param position in the file, from 0
     * @param sheet of a spreadsheet; empty in a CSV file
     * @param number as an editor counts it, from 1
     * @param name as written in the file, to recognise the line; may be empty
     * @param findings everything there is to say about it; a refused line has a blocking one
     */
    public record Line(
            int position,
            String sheet,
            int number,
            String name,
            Outcome outcome,
            List<Finding> findings) {
        public Line {
            findings = List.copyOf(findings);
        }

        /** Personal data does not reach logs by way of this. */
        @Override
        public String toString() {
            return "Line[" + number + ", " + outcome + "]";
        }
    }

    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** Whether running it would change anything. */
    public boolean wouldChange() {
        return count(Outcome.NEW) + count(Outcome.CHANGED) > 0;
    }

    /** The lines that have something to say. */
    public List<Line> withFindings() {
        return lines.stream().filter(line -> !line.findings().isEmpty()).toList();
    }
}
