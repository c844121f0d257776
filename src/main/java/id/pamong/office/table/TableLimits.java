package id.pamong.office.table;

/**
 * How much of a file is read at most; a file that holds more is refused as a whole.
 *
 * @param bytes of the file as it comes
 * @param unpackedBytes of everything inside an XLSX file together
 * @param sheets of an XLSX file
 * @param rows of all sheets together
 * @param columns of a row
 */
public record TableLimits(int bytes, long unpackedBytes, int sheets, int rows, int columns) {}
