package id.pamong.authority.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** PDFs as other programs, old scanners and ill-willed people make them. */
final class HostilePdfs {
    private static final String PAGE =
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>";
    private static final String PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    private static final String CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";

    private HostilePdfs() {}

    /** Makes one. */
    @FunctionalInterface
    interface Maker {
        byte[] make() throws IOException, InterruptedException;
    }

    static Map<String, Maker> all() {
        Map<String, Maker> all = new LinkedHashMap<>();
        structures(all);
        pages(all);
        forms(all);
        bombs(all);
        otherPrograms(all);
        return all;
    }

    private static void structures(Map<String, Maker> all) {
        byte[] letter = Letters.withPages(2);
        String text = text(letter);
        all.put(
                "startxref points nowhere",
                () -> bytes(text.replaceAll("startxref\\s+\\d+", "startxref\n99999999")));
        all.put("no xref at all", () -> bytes(text.substring(0, text.lastIndexOf("xref\n0"))));
        all.put("cut in half", () -> Arrays.copyOf(letter, letter.length / 2));
        all.put("line ends changed by a mail program", () -> bytes(text.replace("\n", "\r\n")));
        all.put("garbage before the header", () -> bytes("x".repeat(900) + text));
        all.put("garbage after the end", () -> bytes(text + "\n<html>iklan</html>\n"));
        all.put("no %%EOF", () -> bytes(text.replace("%%EOF", "")));
        all.put("two files in one", () -> bytes(text + text));
        all.put(
                "an xref chain that turns",
                () -> bytes(file(CATALOG, PAGES, PAGE).replace("/Size", "/Prev 9 /Size")));
        all.put(
                "an xref that is its own predecessor",
                () -> {
                    String one = file(CATALOG, PAGES, PAGE);
                    return bytes(
                            one.replace("/Size", "/Prev " + one.lastIndexOf("xref\n0") + " /Size"));
                });
        all.put("no root", () -> bytes(file(CATALOG, PAGES, PAGE).replace("/Root 1 0 R", "")));
        all.put("a root of another kind", () -> bytes(file("[ 1 2 3 ]", PAGES, PAGE)));
        all.put(
                "a huge object number",
                () -> bytes(file(CATALOG, PAGES, PAGE).replace("/Size 4", "/Size 2147483647")));
        all.put(
                "a negative size",
                () -> bytes(file(CATALOG, PAGES, PAGE).replace("/Size 4", "/Size -4")));
        all.put("an object that is itself", () -> bytes(file(CATALOG, PAGES, PAGE, "4 0 R")));
        all.put(
                "arrays a hundred thousand deep",
                () ->
                        bytes(
                                file(
                                        "<< /Type /Catalog /Pages 2 0 R /X "
                                                + "[".repeat(100_000)
                                                + "]".repeat(100_000)
                                                + " >>",
                                        PAGES,
                                        PAGE)));
        all.put(
                "names of every byte",
                () ->
                        bytes(
                                file(
                                        "<< /Type /Catalog /Pages 2 0 R /#00#ff#28 (\\000\\377) >>",
                                        PAGES,
                                        PAGE)));
    }

    private static void pages(Map<String, Maker> all) {
        all.put("no page", () -> bytes(file(CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>")));
        all.put(
                "more pages than there are",
                () -> bytes(file(CATALOG, PAGES.replace("/Count 1", "/Count 2147483647"), PAGE)));
        all.put(
                "fewer pages than there are",
                () -> bytes(file(CATALOG, PAGES.replace("/Count 1", "/Count 0"), PAGE)));
        all.put(
                "a page tree that turns",
                () -> bytes(file(CATALOG, PAGES.replace("[3 0 R]", "[2 0 R 3 0 R]"), PAGE)));
        all.put(
                "a page that is missing",
                () -> bytes(file(CATALOG, PAGES.replace("[3 0 R]", "[9 0 R 3 0 R]"), PAGE)));
        all.put("a page tree ten thousand deep", HostilePdfs::deepTree);
        for (String box :
                List.of(
                        "[0 0 14400 14400]",
                        "[0 0 2000000000 2000000000]",
                        "[0 0 9 9]",
                        "[0 0 0 0]",
                        "[595 842 0 0]",
                        "[-300 -400 295 442]",
                        "[0 0 NaN]",
                        "[]")) {
            all.put(
                    "MediaBox " + box,
                    () -> bytes(file(CATALOG, PAGES, PAGE.replace("[0 0 595 842]", box))));
        }
        all.put(
                "no MediaBox",
                () -> bytes(file(CATALOG, PAGES, PAGE.replace("/MediaBox [0 0 595 842]", ""))));
        all.put(
                "CropBox outside of the page",
                () -> bytes(file(CATALOG, PAGES, with(PAGE, "/CropBox [900 900 1000 1000]"))));
        all.put("UserUnit 10", () -> bytes(file(CATALOG, PAGES, with(PAGE, "/UserUnit 10"))));
        for (int rotation : List.of(90, 180, 270, 45, -90, 2_000_000)) {
            all.put(
                    "rotated by " + rotation,
                    () -> bytes(file(CATALOG, PAGES, with(PAGE, "/Rotate " + rotation))));
        }
        all.put(
                "no resources",
                () -> bytes(file(CATALOG, PAGES, PAGE.replace("/Resources << >>", ""))));
        all.put(
                "Annots in an object of their own",
                () -> bytes(file(CATALOG, PAGES, with(PAGE, "/Annots 4 0 R"), "[ ]")));
        all.put(
                "Annots that are none",
                () -> bytes(file(CATALOG, PAGES, with(PAGE, "/Annots (x)"))));
        all.put(
                "Annots with null and strangers",
                () -> bytes(file(CATALOG, PAGES, with(PAGE, "/Annots [ null 7 0 R (x) 3 0 R ]"))));
        all.put("two thousand pages", () -> Letters.withPages(2000));
    }

    private static void forms(Map<String, Maker> all) {
        String form = "<< /Type /Catalog /Pages 2 0 R /AcroForm %s >>";
        all.put("an empty form", () -> bytes(file(form.formatted("<< >>"), PAGES, PAGE)));
        all.put(
                "a form with fields to fill in",
                () ->
                        bytes(
                                file(
                                        form.formatted(
                                                "<< /Fields [4 0 R] /NeedAppearances true >>"),
                                        PAGES,
                                        with(PAGE, "/Annots [4 0 R]"),
                                        "<< /FT /Tx /T (nama) /V (Siti) /Type /Annot /Subtype /Widget /Rect [9 9 99"
                                                + " 29] /P 3 0 R >>")));
        all.put(
                "a form in an object of its own",
                () ->
                        bytes(
                                file(
                                        form.formatted("4 0 R"),
                                        PAGES,
                                        PAGE,
                                        "<< /Fields 5 0 R >>",
                                        "[ ]")));
        all.put(
                "a field that is its own child",
                () ->
                        bytes(
                                file(
                                        form.formatted("<< /Fields [4 0 R] >>"),
                                        PAGES,
                                        PAGE,
                                        "<< /FT /Tx /T (a) /Kids [4 0 R] /Parent 4 0 R >>")));
        all.put(
                "a signature field that waits",
                () ->
                        bytes(
                                file(
                                        form.formatted("<< /Fields [4 0 R] /SigFlags 3 >>"),
                                        PAGES,
                                        with(PAGE, "/Annots [4 0 R]"),
                                        "<< /FT /Sig /T (Signature1) /Type /Annot /Subtype /Widget /Rect [0 0 0 0]"
                                                + " /P 3 0 R >>")));
        all.put(
                "a signature that is none",
                () ->
                        bytes(
                                file(
                                        form.formatted("<< /Fields [4 0 R] /SigFlags 3 >>"),
                                        PAGES,
                                        with(PAGE, "/Annots [4 0 R]"),
                                        "<< /FT /Sig /T (s) /V << /Type /Sig /Filter /X /Contents (palsu)"
                                                + " /ByteRange [0 1 2 3] >> /Subtype /Widget /Rect [0 0 0 0] >>")));
        all.put(
                "ByteRange beyond the file",
                () ->
                        bytes(
                                file(
                                        form.formatted("<< /Fields [4 0 R] /SigFlags 3 >>"),
                                        PAGES,
                                        PAGE,
                                        "<< /FT /Sig /T (s) /V << /Type /Sig /SubFilter /adbe.pkcs7.detached"
                                                + " /Contents <30> /ByteRange [0 9999999999 -5 7] >> >>")));
        all.put("XFA", () -> bytes(file(form.formatted("<< /Fields [] /XFA (x) >>"), PAGES, PAGE)));
        all.put(
                "a script on opening",
                () ->
                        bytes(
                                file(
                                        with(
                                                CATALOG,
                                                "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
                                        PAGES,
                                        PAGE)));
        all.put(
                "a collection",
                () -> bytes(file(with(CATALOG, "/Collection << /View /D >>"), PAGES, PAGE)));
        all.put("certified, no change allowed", () -> certified(1));
        all.put("certified, forms allowed", () -> certified(2));
        all.put("signed here before", () -> PdfTrial.DESK.sign(Letters.withPages(1)));
        all.put(
                "changed after a signature",
                () -> Letters.appended(PdfTrial.DESK.sign(Letters.withPages(1)), "% sisipan\n"));
    }

    private static void bombs(Map<String, Maker> all) {
        all.put(
                "a gigabyte of content in a megabyte",
                () -> bomb("<< /Length %d /Filter /FlateDecode >>", with(PAGE, "/Contents 4 0 R")));
        all.put(
                "a gigabyte of objects in a megabyte",
                () ->
                        bomb(
                                "<< /Type /ObjStm /N 9 /First 40 /Length %d /Filter /FlateDecode >>",
                                PAGE));
        all.put(
                "streams within a damaged file",
                () -> {
                    byte[] whole = qpdf("--object-streams=generate");
                    whole[whole.length / 2] ^= 0x55;
                    return whole;
                });
        all.put(
                "a picture of a hundred thousand squared",
                () ->
                        bomb(
                                "<< /Type /XObject /Subtype /Image /Width 100000 /Height 100000"
                                        + " /ColorSpace /DeviceGray /BitsPerComponent 8 /Length %d /Filter"
                                        + " /FlateDecode >>",
                                PAGE.replace(
                                        "/Resources << >>",
                                        "/Resources << /XObject << /Im 4 0 R >> >>")));
    }

    private static void otherPrograms(Map<String, Maker> all) {
        all.put("object streams", () -> qpdf("--object-streams=generate"));
        all.put("linearised", () -> qpdf("--linearize"));
        all.put("PDF 2.0", () -> qpdf("--force-version=2.0", "--object-streams=generate"));
        all.put("PDF 1.0", () -> qpdf("--force-version=1.0"));
        all.put("uncompressed for editing", () -> qpdf("--qdf"));
        all.put("a password to open", () -> qpdf("--encrypt", "rahasia", "pemilik", "256", "--"));
        all.put("a password to change", () -> qpdf("--encrypt", "", "pemilik", "256", "--"));
        all.put(
                "a password of the old kind",
                () -> qpdf("--allow-weak-crypto", "--encrypt", "", "pemilik", "40", "--"));
    }

    private static byte[] certified(int permission) {
        return bytes(
                file(
                        "<< /Type /Catalog /Pages 2 0 R /Perms << /DocMDP 5 0 R >> /AcroForm << /Fields [4 0"
                                + " R] /SigFlags 3 >> >>",
                        PAGES,
                        with(PAGE, "/Annots [4 0 R]"),
                        "<< /FT /Sig /T (s) /V 5 0 R /Subtype /Widget /Rect [0 0 0 0] /P 3 0 R >>",
                        "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Contents"
                                + " <00> /Reference [ << /Type /SigRef /TransformMethod /DocMDP"
                                + " /TransformParams << /Type /TransformParams /V /1.2 /P "
                                + permission
                                + " >> >> ] >>"));
    }

    private static byte[] deepTree() {
        List<String> objects = new ArrayList<>(List.of(CATALOG));
        int deep = 10_000;
        for (int i = 0; i < deep; i++) {
            objects.add(
                    "<< /Type /Pages /Kids ["
                            + (i + 3)
                            + " 0 R] /Count 1"
                            + (i == 0 ? "" : " /Parent " + (i + 1) + " 0 R")
                            + " >>");
        }
        objects.add(PAGE.replace("2 0 R", (deep + 1) + " 0 R"));
        return bytes(file(objects.toArray(String[]::new)));
    }

    private static byte[] bomb(String dictionary, String page) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            byte[] part = new byte[1 << 20];
            Arrays.fill(part, (byte) ' ');
            for (int i = 0; i < 1024; i++) {
                out.write(part);
            }
        }
        String stream = packed.toString(StandardCharsets.ISO_8859_1);
        return bytes(
                file(
                        CATALOG,
                        PAGES,
                        page,
                        dictionary.formatted(stream.length())
                                + "\nstream\n"
                                + stream
                                + "\nendstream"));
    }

    private static byte[] qpdf(String... options) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("qpdf");
        try {
            Path from = folder.resolve("from.pdf");
            Path to = folder.resolve("to.pdf");
            Files.write(from, Letters.withPages(3));
            List<String> command = new ArrayList<>(List.of("qpdf"));
            command.addAll(List.of(options));
            command.addAll(List.of(from.toString(), to.toString()));
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(said);
            }
            return Files.readAllBytes(to);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static String with(String dictionary, String entry) {
        return dictionary.substring(0, dictionary.lastIndexOf(">>")) + entry + " >>";
    }

    /** A file of these objects, numbered from 1, the first the catalog. */
    private static String file(String... objects) {
        StringBuilder out = new StringBuilder("%PDF-1.7\n");
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.length; i++) {
            offsets.add(out.length());
            out.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int xref = out.length();
        out.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> out.append("%010d 00000 n \n".formatted(offset)));
        return out.append("trailer\n<< /Size ")
                .append(objects.length + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(xref)
                .append("\n%%EOF\n")
                .toString();
    }

    private static String text(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
