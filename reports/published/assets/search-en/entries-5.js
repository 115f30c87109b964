search.take("entries",5,[["paragraph","A/RES/48/2 2","edition-A_RES_48_2-text.html#p-2","requests → Secretary-General · take"]]);
