package id.pamong.office.archive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a paper may be.
 *
 * @param bytes of the upload
 * @param pages of a PDF
 * @param pixels of a picture, before it is read coarser
 */
@ConfigurationProperties("pamong.papers")
record PaperLimits(
        @DefaultValue("20971520") int bytes,
        @DefaultValue("50") int pages,
        @DefaultValue("120000000") int pixels) {}
