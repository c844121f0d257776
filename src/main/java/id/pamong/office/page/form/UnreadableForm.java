package id.pamong.office.page.form;

import java.io.IOException;

/** The body is not what its content type says, or ends too early. */
final class UnreadableForm extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableForm(String why) {
        super(why);
    }
}
