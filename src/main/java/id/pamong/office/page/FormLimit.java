package id.pamong.office.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many bytes the body of a form may have for this handler, files and all. Without it: {@value
 * #DEFAULT} bytes.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FormLimit {
    /** Enough for every form without files. */
    long DEFAULT = 1L << 20;

    /** Bytes. */
    long value();
}
