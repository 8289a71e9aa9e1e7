package org.vppworkbench.app.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.figure.paper.PaperFont;
import org.vppworkbench.app.figure.paper.PictureFormat;
import org.vppworkbench.app.io.ApplicationInfo;
import org.vppworkbench.app.io.DataTable;

/** Writes a report as one HTML file: no script, nothing loaded from elsewhere, figures as SVG in it, a style for print. */
public final class HtmlReport {
    private static final int RASTER_DPI = 200;

    private static final String STYLE = """
            :root{color-scheme:light}
            body{font:15px/1.5 Arial,'Liberation Sans',sans-serif;color:#1b1f24;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1.5rem}
            h1{font-size:1.7rem;line-height:1.2;margin:0 0 .3rem}
            h2{font-size:1.2rem;margin:2.2rem 0 .6rem;padding-bottom:.2rem;border-bottom:1px solid #c9ced6}
            .label{color:#3d444d;border-left:4px solid #0072b2;padding:.2rem .7rem;margin:.8rem 0}
            nav ul{columns:2;padding-left:1.1rem}
            table{border-collapse:collapse;font-size:.87rem;margin:.6rem 0 1.2rem;width:100%}
            caption{text-align:left;font-weight:bold;padding:.3rem 0}
            th,td{padding:.22rem .5rem;text-align:left;vertical-align:top;border-bottom:1px solid #e3e6ea;overflow-wrap:anywhere}
            th{border-bottom:1.5px solid #3d444d}
            th.n,td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            figure{margin:1.2rem 0}figure svg,figure img{max-width:100%;height:auto;display:block}
            figcaption{color:#3d444d;font-size:.9rem;margin-top:.3rem}
            a{color:#0550ae}
            @page{size:A4;margin:16mm}
            @media print{body{margin:0;max-width:none;padding:0;font-size:10pt}nav{display:none}
            figure,tr{break-inside:avoid}h2{break-after:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}}
            """;

    private final StringBuilder out = new StringBuilder();
    private int figures;

    private HtmlReport() {}

    /** The bytes of the file, UTF-8. */
    public static byte[] bytes(Report report) throws IOException {
        HtmlReport html = new HtmlReport();
        html.write(report);
        return html.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Report report) throws IOException {
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<meta name=\"generator\" content=\"")
                .append(escape(ApplicationInfo.NAME + " " + ApplicationInfo.current().version())).append("\">\n<title>")
                .append(escape(report.title())).append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<h1>")
                .append(escape(report.title())).append("</h1>\n<p class=\"label\">").append(escape(report.label())).append("</p>\n<nav><ul>\n");
        for (Report.Section section : report.sections()) {
            out.append("<li><a href=\"#").append(section.id()).append("\">").append(escape(section.title())).append("</a></li>\n");
        }
        out.append("</ul></nav>\n");
        for (Report.Section section : report.sections()) {
            out.append("<section id=\"").append(section.id()).append("\">\n<h2>").append(escape(section.title())).append("</h2>\n");
            for (ReportBlock block : section.blocks()) {
                write(block);
            }
            out.append("</section>\n");
        }
        out.append("</body>\n</html>\n");
    }

    private void write(ReportBlock block) throws IOException {
        switch (block) {
            case ReportBlock.Words words -> out.append("<p>").append(escape(words.text())).append("</p>\n");
            case ReportBlock.Points points -> {
                out.append("<ul>\n");
                points.points().forEach(point -> out.append("<li>").append(escape(point)).append("</li>\n"));
                out.append("</ul>\n");
            }
            case ReportBlock.Table table -> write(table.table());
            case ReportBlock.Picture picture -> write(picture);
        }
    }

    private void write(DataTable table) {
        int[] printed = IntStream.range(0, table.columns().size()).filter(i -> table.columns().get(i).printed()).toArray();
        out.append("<table>\n<caption>").append(escape(table.title())).append("</caption>\n<thead><tr>");
        for (int i : printed) {
            DataTable.Column column = table.columns().get(i);
            out.append(column.number() ? "<th class=\"n\" scope=\"col\">" : "<th scope=\"col\">").append(escape(column.heading())).append("</th>");
        }
        out.append("</tr></thead>\n<tbody>\n");
        for (List<DataTable.Cell> row : table.rows()) {
            out.append("<tr>");
            for (int i : printed) {
                out.append(table.columns().get(i).number() ? "<td class=\"n\">" : "<td>").append(escape(row.get(i).shown())).append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    private void write(ReportBlock.Picture picture) throws IOException {
        figures++;
        Figure figure = picture.figure();
        out.append("<figure id=\"figure-").append(figure.name()).append("\">\n");
        if (PictureFormat.SVG.problem(figure).isEmpty()) {
            out.append(svg(figure));
        } else {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            PictureFormat.PNG.write(figure, RASTER_DPI, png);
            out.append("<img alt=\"").append(escape(picture.caption())).append("\" src=\"data:image/png;base64,")
                    .append(Base64.getEncoder().encodeToString(png.toByteArray())).append("\">\n");
        }
        out.append("<figcaption>Figure ").append(figures).append(". ").append(escape(picture.caption())).append("</figcaption>\n</figure>\n");
    }

    /** Names in a document are global: every figure gets its own for what it defines, and for its few characters of the font. */
    private String svg(Figure figure) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PictureFormat.SVG.write(figure, RASTER_DPI, bytes);
        String prefix = "f" + figures + "-";
        String text = bytes.toString(StandardCharsets.UTF_8);
        int root = text.indexOf("<svg");
        return text.substring(root)
                .replaceAll("\\bid=\"", "id=\"" + prefix)
                .replace("url(#", "url(#" + prefix)
                .replace("href=\"#", "href=\"#" + prefix)
                .replace(PaperFont.FAMILY, PaperFont.FAMILY + " " + figures)
                .replaceFirst("<svg", "<svg role=\"img\" aria-label=\"" + java.util.regex.Matcher.quoteReplacement(escape(figure.title())) + "\"");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
