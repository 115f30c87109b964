# Reads the tables that `ecoanalysis export --to DIR --format csv` writes, with nothing but base R:
#   Rscript read_tables.R DIR
# `datapackage.json` and `CODEBOOK.md` in DIR say what each column means and how often each kind of fact is right.
folder <- commandArgs(trailingOnly = TRUE)[1]

read_table <- function(name) {
  read.csv(file.path(folder, paste0(name, ".csv")), fileEncoding = "UTF-8-BOM", encoding = "UTF-8",
           na.strings = "", colClasses = c(paragraph = "character"))
}

clauses <- read_table("clauses")
requests <- read_table("requests")

# How strongly each resolution asks: directives by band.
directives <- clauses[clauses$class == "DIR", ]
print(table(directives$symbol, directives$band))

# Who is asked most, of the bodies that the register has.
asked <- sort(table(requests$agency), decreasing = TRUE)
print(head(asked, 5))

# A column that holds a list has its items joined by "; ".
hedges <- unlist(strsplit(na.omit(directives$hedges), "; ", fixed = TRUE))
cat("clauses", nrow(clauses), "directives", nrow(directives), "hedges", length(hedges), "\n")
