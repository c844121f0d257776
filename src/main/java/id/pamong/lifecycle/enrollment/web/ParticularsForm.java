package id.pamong.lifecycle.enrollment.web;

import id.pamong.lifecycle.enrollment.Particulars;
import id.pamong.lifecycle.enrollment.TypedParticulars;
import id.pamong.office.page.SubmittedForm;
import java.util.List;

/** Reads what was typed about a post, a system or a sponsor. */
record ParticularsForm(SubmittedForm form) implements TypedParticulars.Fields {
    /** Only the parts that the form has. */
    static Particulars read(SubmittedForm form) {
        return TypedParticulars.read(new ParticularsForm(form));
    }

    @Override
    public boolean has(String name) {
        return form.has(name);
    }

    @Override
    public String text(String name) {
        return form.text(name);
    }

    @Override
    public List<String> texts(String name) {
        return form.texts(name);
    }
}
