package id.pamong.office.page.form;

import id.pamong.office.page.SubmittedForm;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads {@code application/x-www-form-urlencoded} (URL Standard, section 5.1) byte by byte. */
final class UrlencodedReader {
    private UrlencodedReader() {}

    static void read(InputStream in, ParsedForm form, FormBounds bounds) throws IOException {
        byte[] chunk = new byte[8192];
        WipedBuffer name = new WipedBuffer();
        WipedBuffer value = new WipedBuffer();
        try {
            boolean inValue = false;
            int escape = -1;
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                for (int i = 0; i < length; i++) {
                    byte b = chunk[i];
                    WipedBuffer target = inValue ? value : name;
                    if (bounds.isFull()) {
                        name.wipe();
                        value.wipe();
                    } else if (escape >= 0 || b == '%') {
                        escape = unescape(escape, b, target);
                    } else if (b == '&') {
                        add(form, name, value, bounds);
                        inValue = false;
                    } else if (b == '=' && !inValue) {
                        inValue = true;
                    } else {
                        target.add(b == '+' ? (byte) ' ' : b);
                    }
                }
            }
            if (escape >= 0) {
                throw new UnreadableForm("an escape is cut off");
            }
            add(form, name, value, bounds);
        } finally {
            Arrays.fill(chunk, (byte) 0);
            name.wipe();
            value.wipe();
        }
    }

    /** -1: no escape; 0..15: first digit seen; 16: the percent sign seen. */
    private static int unescape(int state, byte b, WipedBuffer target) throws IOException {
        if (state < 0) {
            return 16;
        }
        int digit = Character.digit((char) (b & 0xff), 16);
        if (digit < 0) {
            throw new UnreadableForm("an escape has no digits");
        }
        if (state == 16) {
            return digit;
        }
        target.add((byte) ((state << 4) | digit));
        return -1;
    }

    private static void add(
            ParsedForm form, WipedBuffer name, WipedBuffer value, FormBounds bounds) {
        if (name.size() == 0 && value.size() == 0) {
            return;
        }
        String key = name.toText();
        if (SubmittedForm.SECRETS.contains(key)) {
            form.addSecret(key, value.toSecret());
        } else {
            form.addText(key, value.toText());
        }
        bounds.afterField(form);
    }
}
