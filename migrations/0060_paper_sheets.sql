-- A chronology also leaves on a sheet of paper, asked about, redacted and recorded like a file (V3.2).
alter table chronology_export drop constraint chronology_export_format_check;
alter table chronology_export add constraint chronology_export_format_check
  check (format in ('pdf', 'word', 'csv', 'paper'));
