package id.pamong.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once under each regulation that comes with the program: the {@link Town}s that
 * it founds are under {@link Law#running}, and of its {@link Article}s each run proves those of its
 * own regulation alone.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(EachLaw.class)
public @interface UnderEachLaw {}
