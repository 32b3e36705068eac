console.log('RUN', process.version, process.argv.slice(2));
