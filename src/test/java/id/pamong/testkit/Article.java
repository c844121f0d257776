package id.pamong.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The clauses that a test is about, such as {@code MDN-10(3)b}; one that is not in a regulation's
 * file fails the test. What ran in the test goes into the conformity matrix.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ExtendWith(ConformityExtension.class)
public @interface Article {
    String[] value();
}
